import theme from 'vitepress/theme';
import { h } from 'vue';
import call from '../../pictures/scenes/call.html?raw';
import './style.css';

/** Beside the headline of the home page: what a call in the terminal looks like. */
const scene = () => h('div', { class: 'picture scenes', innerHTML: call });

export default {
  extends: theme,
  Layout: () => h(theme.Layout, null, { 'home-hero-image': scene }),
};
