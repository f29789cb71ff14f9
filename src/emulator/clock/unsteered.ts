/** The error of whoever stops a clock that does not go with the world, or cannot be stopped. */
export function unsteered(): TypeError {
  return new TypeError("Only clock: 'steered' can be paused and resumed");
}
