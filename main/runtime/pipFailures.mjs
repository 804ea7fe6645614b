import { lastLines } from './commands.mjs'

const KEPT = 'what is complete is kept'

// What pip prints when a download fails. The order counts: offline, it says "connection broken", too, and
// ends with "No matching distribution".
const REASONS = [
  {
    pattern: /No space left on device|Errno 28/i,
    sentence: () => `The disk is full: make room and run this again; ${KEPT}.`,
  },
  {
    pattern: new RegExp(
      [
        'Temporary failure in name resolution|Name or service not known|nodename nor servname',
        'getaddrinfo failed|NewConnectionError|Failed to establish|Network is unreachable|Connection refused',
        'ConnectionReset|ConnectTimeout|Read timed out|ProxyError|SSLError|HTTP error 5\\d\\d',
      ].join('|'),
      'i',
    ),
    sentence: (what) =>
      `pip cannot reach its package index, so ${what} could not be downloaded: ` +
      `check the network, the proxy and pip's settings, and run this again; ${KEPT}.`,
  },
  {
    pattern: /do not match the hashes|IncompleteRead|Connection broken|not a valid wheel|BadZipFile/i,
    sentence: (what) => `The download of ${what} was cut off or damaged: run this again; ${KEPT}.`,
  },
  {
    pattern: /No matching distribution found|not a supported wheel/i,
    sentence: (what) =>
      `pip's package index has no ${what} for this machine (${process.platform} ${process.arch}): ` +
      'look with "pip config list" which index that is.',
  },
  {
    pattern: /no such option|ambiguous option/i,
    sentence: () => 'This pip is too old: update it (python3 -m pip install --upgrade pip).',
  },
  {
    pattern: /Permission denied|Errno 13/i,
    sentence: () => 'pip may not write into the runtime folder: change its permissions.',
  },
]

/** One sentence for what pip printed before it gave up. */
export function explainPip(requirement, output) {
  const reason = REASONS.find(({ pattern }) => pattern.test(output))
  if (reason) return reason.sentence(requirement)
  return `pip could not download ${requirement}. It said:\n${lastLines(output, 4)}`
}
