import { routes } from '../../main/contract/routes.ts'
import type { Engine } from './engine.ts'
import { away, failureInResponse } from './failure.ts'

/** Whether a browser can send a file to the engine: one that holds all of its images. */
export const canBeSent = (name: string): boolean => /\.(zip|lacuna)$/i.test(name)

/**
 * Sends a file to the engine, which keeps it.
 * @param tell how much of it is there, from 0 to 1
 * @param signal breaks it off: nothing of the file is kept then
 * @returns the whole path of the file where it is now
 * @throws Failure as the engine answered it, or the signal's reason
 */
export async function sendFile(engine: Engine, file: File, tell: (share: number) => void, signal: AbortSignal): Promise<string> {
  const address = engine.address(routes.upload(file.name, file.size))
  // Asked first: a file that is refused on its way would look like an engine that is gone.
  const answer = await engine.fetch(new Request(address, { signal }))
  if (!answer.ok) throw await failureInResponse(answer)
  return sent(address, file, tell, signal)
}

/** `fetch` does not tell how far a body is. */
function sent(address: string, file: File, tell: (share: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => tell(loaded / file.size)
    request.onload = () => (request.status === 200 ? resolve(request.response.path) : reject(request.response ?? away))
    request.onerror = () => reject(away)
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
