export { NotifyDelivery, type NotifyDeliveryState } from './notify-delivery.js';
