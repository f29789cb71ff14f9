import { type Kind, listOf, type Open } from '../kinds.js';

/** A brand of payment cards. */
export type CardType = 'visa' | 'mastercard' | 'amex' | 'maestro' | 'discover' | 'optima' | 'jcb' | 'diners-club' | 'enroute';

/** Takes one brand of payment cards, or several. */
export const cardTypes: Kind<Open<CardType> | readonly CardType[]> = listOf(
  'visa',
  'mastercard',
  'amex',
  'maestro',
  'discover',
  'optima',
  'jcb',
  'diners-club',
  'enroute',
);
