import { describe, expect, it, vi } from 'vitest'
import { createGenerations } from './generations.ts'
import { sampleLibrary } from './sample-library.ts'

const library = () => ({ ...sampleLibrary(), close: vi.fn(async () => undefined) })

describe('generations', () => {
  it('has none to give before the first is open', () => {
    expect(createGenerations(() => undefined).acquire()).toBeNull()
  })

  it('closes the old one only when its last request is done', () => {
    const generations = createGenerations(() => undefined)
    const [old, fresh] = [library(), library()]
    generations.replace(old)
    const lease = generations.acquire()!
    generations.replace(fresh)
    expect(generations.acquire()!.library).toBe(fresh)
    expect(old.close).not.toHaveBeenCalled()
    lease.release()
    lease.release()
    expect(old.close).toHaveBeenCalledOnce()
    expect(fresh.close).not.toHaveBeenCalled()
  })

  it('closes at once what nobody reads', () => {
    const generations = createGenerations(() => undefined)
    const old = library()
    generations.replace(old)
    generations.replace(library())
    expect(old.close).toHaveBeenCalledOnce()
  })
})
