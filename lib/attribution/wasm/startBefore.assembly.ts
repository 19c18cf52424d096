import { at } from "./memory.assembly";

// A suffix is small when it is below the one after it, else large; the last is large. A start is a small suffix after a large one.

/** The last start before `end`, which is itself a start or the length of the text; 0 when there is none: the first suffix never is one. */
export function startBefore(text: usize, end: i32): i32 {
  let next = at(text, end - 1);
  let small = false;
  for (let i = end - 2; i >= 0; i--) {
    const here = at(text, i);
    if (here < next || (small && here === next)) small = true;
    else if (small) return i + 1;
    next = here;
  }
  return 0;
}
