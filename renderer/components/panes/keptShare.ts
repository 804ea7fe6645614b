import { computed, type WritableComputedRef } from 'vue'

const key = (name: string) => `lacuna.panes.${name}`

/** Where a bar between panes stood last on this machine. */
export function keptShare(name: string, usual: number): WritableComputedRef<number> {
  return computed({
    get: () => {
      const kept = Number(localStorage.getItem(key(name)) ?? NaN)
      return kept > 0 && kept < 1 ? kept : usual
    },
    set: (share) => localStorage.setItem(key(name), share.toFixed(4)),
  })
}
