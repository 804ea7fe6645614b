/** WebGPU cannot do what is asked of it: a sentence for people, and what to do. */
export class WebGpuError extends Error {
  override readonly name = 'WebGpuError'
  readonly code: string
  readonly hint: string

  constructor(code: string, message: string, hint: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.hint = hint
  }
}

const elsewhere = 'Take the device "tensorflow" instead, or install the card\'s driver.'

/** There is no card that WebGPU may use. @param why a part of a sentence, such as `no graphics card was found` */
export const notUsable = (why: string, cause?: unknown): WebGpuError =>
  new WebGpuError('WEBGPU_UNUSABLE', `WebGPU is not usable because ${why}.`, elsewhere, cause)

/** The card went away while it computed. */
export const deviceLost = (card: string, reason: string): WebGpuError =>
  new WebGpuError('WEBGPU_LOST', `The graphics card ${card} was lost while it computed: ${sentence(reason)}.`,
    'Start the job again: it goes on from its last checkpoint. Where it happens again, take the device "tensorflow".')

/** The card refused something. "out of memory" in the reason is told as such (workers/memberFailure.ts). */
export const deviceRefused = (card: string, reason: string): WebGpuError =>
  new WebGpuError('WEBGPU_FAILED', `The graphics card ${card} refused to compute: ${sentence(reason)}.`,
    'Make the batch or the image size smaller, or take the device "tensorflow".')

/** The first line of what the driver says, without its full stop. */
function sentence(reason: string): string {
  return reason.split('\n')[0].trim().replace(/\.$/, '') || 'it gave no reason'
}
