/**
 * All keys under a prefix, page after page. A page that fails fails the whole: a listing cut short that looks whole
 * would take articles out of the feeds.
 */
import type { ListPage, Store } from './store/store.ts'

export async function* listKeys(store: Store, prefix: string): AsyncGenerator<ListPage['keys'][number]> {
  let next: string | null = null
  do {
    const page: ListPage = await store.list(prefix, next)
    yield* page.keys
    next = page.next
  } while (next !== null)
}
