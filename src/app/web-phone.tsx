import { createRoot } from 'react-dom/client'
import '../web/ui/tokens.css'
import { KitProvider } from '#ui/kit-words'
import { Spinner } from '#ui/Spinner'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <KitProvider language={document.documentElement.lang}>
      <Spinner />
    </KitProvider>,
  )
