// What test/frameworks needs beside its packages and programs: the links by which its tests, those of test/engines and the examples find
// this package as its users do, and the packages of test/frameworks. What is there already is left alone, so that it costs nothing the second time.
import { rmSync, symlinkSync } from 'node:fs';

const folder = 'test/frameworks';

link(`${folder}/node_modules/ringback`, '../../..');
link('examples/node_modules', `../${folder}/node_modules`);
link('test/engines/node_modules', '../frameworks/node_modules');

/**
 * @param {string} path
 * @param {string} target
 */
function link(path, target) {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path, 'dir');
}
