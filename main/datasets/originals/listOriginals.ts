import type { Found } from '../sources/imageSource.ts'
import type { Originals } from './contentComparison.ts'
import { NamedPaths } from './namedPaths.ts'
import type { ChangedPaths, OriginalsProgress, OriginalsRequest } from './originalsRequest.ts'

/** What names alone tell; `present` are the images whose content is still to be compared. */
export interface Listing extends ChangedPaths { present: string[] }

/** Goes through a source as an import does, and compares what lies there with what an import found, by name. */
export async function listOriginals(
  request: OriginalsRequest, originals: Originals, report: (progress: OriginalsProgress) => void, signal: AbortSignal,
): Promise<Listing> {
  const named = () => new NamedPaths(request.mostNamed)
  const listing: Listing = { added: named(), removed: named(), changed: named(), relabelled: named(), present: [] }
  const problems = new Set(request.problems)
  let done = 0
  for await (const found of originals.source.find()) {
    signal.throwIfAborted()
    if ('other' in found) continue
    if (originals.imported.see(pathOf(found))) noteImage(listing, found, request, originals)
    else if (!problems.has(pathOf(found))) listing.added.add(pathOf(found))
    else if (await isRepaired(found, request, originals)) listing.changed.add(pathOf(found))
    report({ phase: 'listing', done: (done += 1), total: null })
  }
  for (const path of originals.imported.unseen()) listing.removed.add(path)
  return listing
}

type Named = Exclude<Found, { other: string }>

const pathOf = (found: Named): string => ('image' in found ? found.image.path : found.problem.path)

function noteImage(listing: Listing, found: Named, { unlabelled }: OriginalsRequest, { imported }: Originals): void {
  if ('problem' in found) return listing.changed.add(found.problem.path)
  listing.present.push(found.image.path)
  const image = unlabelled ? { ...found.image, className: null } : found.image
  if (imported.isRelabelled(image)) listing.relabelled.add(image.path)
}

/** What was no image and was written since may be one now; an archive is written as a whole, which tells nothing. */
async function isRepaired(found: Named, { sourceKind }: OriginalsRequest, { written }: Originals): Promise<boolean> {
  return 'image' in found && sourceKind !== 'zip' && written.has(found.image.path)
}
