/** Document ids: the slug of the path, the same on every machine. */

/** 'Informes/TIP 2019, Perú.txt' → 'informes-tip-2019-peru'; 'documento' where no letter or digit is left. */
export function slug(path: string): string {
  const folded = path
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return folded.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'documento'
}

/** 'a/b.tar.txt' → 'a/b.tar'; a leading dot is no extension. */
const withoutExtension = (file: string) => file.replace(/(?<=[^/])\.[^./\s]{1,8}$/u, '')

/**
 * An id for each file, in the order given. Where two files share a slug the extension tells them apart, and where it
 * does not, a number in order of path: both depend on the set of paths only, not on the order of discovery.
 */
export function documentIds(files: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const plain = groupBy(files, (file) => slug(withoutExtension(file)))
  const alone = [...plain].filter(([, group]) => group.length === 1)
  for (const [id, [file]] of alone) claim(file!, id)
  for (const [, group] of plain) if (group.length > 1) group.toSorted().forEach(tellApart)
  return ids

  function tellApart(file: string) {
    const whole = slug(file)
    let id = whole
    for (let n = 2; taken.has(id); n++) id = `${whole}-${n}`
    claim(file, id)
  }
  function claim(file: string, id: string) {
    ids.set(file, id)
    taken.add(id)
  }
}

function groupBy(files: readonly string[], key: (file: string) => string) {
  const groups = new Map<string, string[]>()
  for (const file of files) groups.set(key(file), [...(groups.get(key(file)) ?? []), file])
  return groups
}
