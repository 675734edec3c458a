/**
 * The page: a front with the articles, an article, a place to try text. The address says which (#/article/ID, #/try).
 */
import { type JSX, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ArticleView } from './article-view.tsx'
import { ListView } from './list-view.tsx'
import { feedPath, isDesk } from './load.ts'
import { TryView } from './try-view.tsx'

type Route =
  | { readonly kind: 'front' }
  | { readonly kind: 'try' }
  | { readonly kind: 'article'; readonly id: string }

const routeOf = (hash: string): Route => {
  if (hash === '#/try' && isDesk) return { kind: 'try' }
  const id = /^#\/article\/([^/]+)/.exec(hash)?.[1]
  return id === undefined ? { kind: 'front' } : { kind: 'article', id: decodeURIComponent(id) }
}

const isRoute = (hash: string): boolean => hash === '' || hash.startsWith('#/')

const App = (): JSX.Element => {
  const [route, setRoute] = useState(routeOf(location.hash))
  useEffect(() => {
    const follow = (): void => {
      if (!isRoute(location.hash)) return
      setRoute(routeOf(location.hash))
      scrollTo(0, 0)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="masthead">
        <a class="title" href="#/">
          Copydesk
        </a>
        <nav aria-label="Desk">
          <a href="#/" aria-current={route.kind === 'front' ? 'page' : undefined}>
            Articles
          </a>
          {isDesk ? (
            <a href="#/try" aria-current={route.kind === 'try' ? 'page' : undefined}>
              Try it
            </a>
          ) : null}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <View route={route} />
      </main>
      <footer class="quiet">
        Feeds: <a href={feedPath('latest.json')}>JSON</a> <a href={feedPath('latest.rss')}>RSS</a>{' '}
        <a href={feedPath('latest.atom')}>Atom</a> <a href={feedPath('places.geojson')}>places</a>{' '}
        <a href={feedPath('quotes.json')}>quotes</a> <a href={feedPath('index.json')}>all</a>
      </footer>
    </>
  )
}

const View = ({ route }: { route: Route }): JSX.Element => {
  switch (route.kind) {
    case 'front':
      return <ListView />
    case 'try':
      return <TryView />
    case 'article':
      return <ArticleView key={route.id} id={route.id} />
    default: {
      const never: never = route
      return never
    }
  }
}

const root = document.getElementById('app')
if (root) {
  root.replaceChildren()
  render(<App />, root)
}
