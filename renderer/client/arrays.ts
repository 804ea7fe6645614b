import type { Engine } from './engine.ts'
import { failureInResponse } from './failure.ts'

type ArrayType<T> = new (buffer: ArrayBuffer) => T

/**
 * Numbers in the order of an image set's images.
 * @param route one of `main/contract/routes.ts`
 * @throws Failure as the engine answered it
 */
export async function fetchArray<T>(
  { fetch, address }: Engine,
  route: string,
  Type: ArrayType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(new Request(address(route), { signal }))
  if (!response.ok) throw await failureInResponse(response)
  return new Type(await response.arrayBuffer())
}
