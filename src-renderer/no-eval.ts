import { config } from 'zod'

// The page's security policy forbids eval. The contract's schemas would try it once when they are built, and the browser would report that.
config({ jitless: true })
