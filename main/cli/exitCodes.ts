/** How a command ended, for scripts. The meaning is part of --help. */
export const exitCodes = {
  fine: 0,
  failed: 1,
  usage: 2,
  someMembersFailed: 3,
  unreadable: 4,
  interrupted: 130,
  terminated: 143,
} as const

export const exitCodesHelp = `Exit codes:
  0    done
  1    failed; the reason is on standard error
  2    wrong usage; nothing was done
  3    there is a result, but some members failed
  4    a bundle is refused, or cannot be scored anew
  130  cancelled with Ctrl+C (pressed twice: left at once)`
