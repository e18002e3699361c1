/**
 * Bundles the command line and the browser's script into dist/, so that a start needs no transpiler and does not look for the
 * hundreds of files of its libraries.
 */
import { cp, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { sourceVersion } from './pipeline-version.ts'

await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { pasaje: 'src/cli/main.ts', 'parse-worker': 'src/read/parse-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // They are native, read files of their own, or are loaded by few commands.
  external: ['@napi-rs/canvas', 'esbuild', 'pdfjs-dist', 'mammoth', 'docx', 'citeproc'],
  // What libraries of the older kind ask for by name.
  banner: {
    js: `#!/usr/bin/env node
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)`,
  },
  logLevel: 'warning',
})
await build({
  entryPoints: ['web/client/enhance.ts'],
  outdir: 'dist/web',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
})
await build({
  entryPoints: ['web/styles.css'],
  outdir: 'dist/web',
  bundle: true,
  minify: true,
  logLevel: 'warning',
})
await cp('src/data', 'dist/data', { recursive: true })
await writeFile('dist/data/pipeline-version', sourceVersion('src'))
