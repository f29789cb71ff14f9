import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/shell.css';
import './style/phones.css';
import './style/timeline.css';
import './style/call.css';
import './style/setup.css';
import { listenToKeys } from './keyboard/keys.js';
import { Shell } from './shell/shell.js';
import { speakWhatIsHeard } from './speech/speak.js';
import { connect } from './state/session.js';

const root = document.getElementById('console');
if (root !== null) render(<Shell />, root);
listenToKeys();
speakWhatIsHeard();
connect();
