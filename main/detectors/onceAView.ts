import type { MemberView } from './detector.ts'

/** What is computed of a member's view, computed once, whichever detectors ask; they must not write into it. */
export function onceAView<T>(compute: (view: MemberView) => T): (view: MemberView) => T {
  const computed = new WeakMap<MemberView, T>()
  return (view) => {
    const known = computed.get(view) ?? compute(view)
    computed.set(view, known)
    return known
  }
}
