export { type FixtureOptions, fixture, formFixture } from './fixture.js';
