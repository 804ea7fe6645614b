import type { NvidiaCard } from './nvidiaCard.ts'

/** What nvidia-smi is asked of every card; a name may have a comma in it, the other fields cannot. */
export const cardQuery = ['--query-gpu=index,uuid,name,memory.total,memory.free,driver_version', '--format=csv,noheader,nounits']

/** Which process has how much memory of a card. */
export const processQuery = ['--query-compute-apps=pid,used_memory', '--format=csv,noheader,nounits']

const mebibyte = 2 ** 20

/** The cards in what nvidia-smi answers to `cardQuery`, a line each. Lines that are no card are passed over. */
export function parseCards(answer: string): NvidiaCard[] {
  return answer.split('\n').map((line) => line.trim().split(', ')).filter(isCard).map((fields) => {
    const [bytes, freeBytes, driver] = fields.slice(-3)
    return {
      index: Number(fields[0]), uuid: known(fields[1]), name: fields.slice(2, -3).join(', '),
      bytes: inBytes(bytes), freeBytes: inBytes(freeBytes), driver: known(driver),
    }
  })
}

/** Bytes that a process has of a card, in what nvidia-smi answers to `processQuery`; null where it is not among them. */
export function parseProcessMemory(answer: string, pid: number): number | null {
  const own = answer.split('\n').map((line) => line.trim().split(', ')).filter(([first]) => Number(first) === pid)
  const sizes = own.map(([, used]) => inBytes(used)).filter((bytes) => bytes !== null)
  return sizes.length > 0 ? sizes.reduce((sum, bytes) => sum + bytes, 0) : null
}

const isCard = (fields: string[]) => fields.length >= 6 && /^\d+$/.test(fields[0])

/** `[N/A]`, `[Not Supported]`, `[Unknown Error]` and their like stand in brackets. */
const known = (field: string): string | null => (field === '' || field.startsWith('[') ? null : field)

function inBytes(field: string): number | null {
  return /^\d+$/.test(field) ? Number(field) * mebibyte : null
}
