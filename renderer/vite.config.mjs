import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './contentSecurityPolicy.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

/**
 * The policy goes into the page too, so that it holds whoever serves it. Not while developing: vite adds
 * styles inline.
 */
const withPolicy = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
}

export default defineConfig({
  root,
  base: './',
  plugins: [vue(), withPolicy],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Data addresses would be against the policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
})
