import { expect, test } from 'vitest'
import { Emphasis } from '../../../../renderer/charts/latent/emphasis.ts'
import type { LatentCloud } from '../../../../renderer/charts/latent/latentCloud.ts'
import { latentSvg, mostInSvg, TooManyPoints } from '../../../../renderer/charts/latent/latentSvg.ts'
import { emptyOverlay } from '../../../../renderer/charts/latent/overlay.ts'
import type { Seen } from '../../../../renderer/charts/latent/seen.ts'

/** Points of which every other is hidden, one name that is seen, and one line. */
function pictured(count: number): [LatentCloud, Seen] {
  const canvas = Object.defineProperties(document.createElement('canvas'), {
    clientWidth: { value: 300 }, clientHeight: { value: 200 },
  })
  const strengths = Uint8Array.from({ length: count }, (_, i) => (i % 2 ? Emphasis.hidden : Emphasis.normal))
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const cloud: LatentCloud = {
    points: new Float32Array(3 * count), dimension: 2, axes: null, emphasis: { strengths, order, layers: [] },
    paint: { colours: new Uint8Array(3 * count).fill(9), looks: new Uint8Array(count) }, outlines: [], focus: null,
    names: [{ text: 'A & B', at: [0, 0, 0], colour: '--ink' }], lasso: null, colours: (property) => `of(${property})`,
  }
  const pixels = new Float32Array(2 * count).fill(50)
  const lines = [{ corners: '1,2 3,4', colour: '--axis', strength: 0.5 }]
  return [cloud, { canvas, overlay: { ...emptyOverlay, names: [[10, 20]] }, order, pixels, lines }]
}

test('a saved latent picture has a sign for each point that is seen, its lines and its names', async () => {
  const svg = await latentSvg(...pictured(6), 'Three points').text()
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(page.querySelectorAll('use')).toHaveLength(3)
  expect(page.querySelector('use')!.getAttribute('fill')).toBe('rgb(9,9,9)')
  expect(page.querySelector('polygon')!.getAttribute('points')).toBe('1,2 3,4')
  expect(page.querySelector('text')!.textContent).toBe('A & B')
  expect(page.querySelector('title')!.textContent).toBe('Three points')
})

test('more points than a drawing holds are not saved as one, and it is said what to do', () => {
  const save = () => latentSvg(...pictured(mostInSvg + 1), 'Many')
  expect(save).toThrow(TooManyPoints)
  expect(save).toThrow('20,001 points')
})
