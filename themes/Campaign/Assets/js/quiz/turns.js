const SLICE_IN_MS = 4;

/**
 * Does something with each, a few at a time, so that a slow phone answers taps between.
 * @template T @param {T[]} list @param {(one: T) => void} act @param {() => void} [done]
 * @returns {() => void} stops it
 */
export function inTurns(list, act, done) {
  let at = 0;
  let timer = setTimeout(step);
  return () => clearTimeout(timer);

  function step() {
    const end = performance.now() + SLICE_IN_MS;
    do {
      if (at === list.length) return done?.();
      act(list[at++]);
    } while (performance.now() < end);
    timer = setTimeout(step);
  }
}
