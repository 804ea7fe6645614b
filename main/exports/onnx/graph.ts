import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from './onnxFile.ts'

/** A graph that grows: each operation gives the name of its result, to be used by the next. */
export class Graph {
  readonly #nodes: OnnxNode[] = []
  readonly #initializers: OnnxTensor[] = []
  readonly #inputs: OnnxValue[] = []
  readonly #outputs: OnnxValue[] = []

  input(value: OnnxValue): string {
    this.#inputs.push(value)
    return value.name
  }

  /** @param from what is handed out under the value's name */
  output(value: OnnxValue, from: string): void {
    this.#nodes.push({ op: 'Identity', inputs: [from], outputs: [value.name], attributes: {} })
    this.#outputs.push(value)
  }

  add(op: string, inputs: string[], attributes: Record<string, OnnxAttribute> = {}): string {
    return this.addSeveral(op, inputs, 1, attributes)[0]
  }

  addSeveral(op: string, inputs: string[], results: number, attributes: Record<string, OnnxAttribute> = {}): string[] {
    const place = this.#nodes.length
    const outputs = Array.from({ length: results }, (_, i) => `${op}-${place}${i > 0 ? `-${i}` : ''}`)
    this.#nodes.push({ op, inputs, outputs, attributes })
    return outputs
  }

  /** @param dims none for a single number */
  floats(values: ArrayLike<number>, dims: number[] = []): string {
    return this.#initializer(dims, values instanceof Float32Array ? values : Float32Array.from(values))
  }

  indices(values: number[]): string {
    return this.#initializer([values.length], BigInt64Array.from(values, BigInt))
  }

  finish(name: string): OnnxGraph {
    return {
      name, nodes: this.#nodes, initializers: this.#initializers, inputs: this.#inputs, outputs: this.#outputs,
    }
  }

  #initializer(dims: number[], values: OnnxTensor['values']): string {
    const name = `constant-${this.#initializers.length}`
    this.#initializers.push({ name, dims, values })
    return name
  }
}
