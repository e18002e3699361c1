/** How long browser tests wait. */
import { expect, vi } from 'vitest'

/** A browser on a busy machine takes its time: what is waited for may take ten seconds, a test three minutes. */
export const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 10_000 })

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
