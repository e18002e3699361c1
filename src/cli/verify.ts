/** `pasaje verify`: is the index whole? */
import type { Command } from 'commander'
import { UserError } from '../errors.ts'
import type { Verification } from '../ingest/verify.ts'

export function register(program: Command): void {
  program
    .command('verify')
    .description('check that an index is whole and says what its documents say')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--corpus <dir>', 'folder of the documents, to compare with', 'corpus')
    .option('--json', 'print the result as JSON')
    .action(run)
}

async function run({ index, corpus, json }: { index: string; corpus: string; json?: boolean }) {
  const { openContext } = await import('../context.ts')
  const { verifyIndex } = await import('../ingest/verify.ts')
  const context = await openContext(index)
  const verification = await verifyIndex({ ...context, corpus })
  await context.close()
  process.stdout.write(json ? `${JSON.stringify(verification, null, 2)}\n` : print(verification))
  if (!verification.ok)
    throw new UserError(
      'index-damaged',
      `the index in ${index} is damaged`,
      'Rebuild it with: pasaje ingest --force',
    )
}

function print({ version, checks }: Verification): string {
  const lines = checks.flatMap(({ name, checked, failed, failures }) => [
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name} (${checked - failed} of ${checked})`,
    ...failures.map((failure) => `        ${failure}`),
  ])
  return [`version ${version}`, ...lines, ''].join('\n')
}
