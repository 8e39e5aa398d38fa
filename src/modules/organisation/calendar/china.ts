import china2024 from './china-2024.json' with { type: 'json' }
import china2025 from './china-2025.json' with { type: 'json' }
import china2026 from './china-2026.json' with { type: 'json' }

/** Public holidays of mainland China as the State Council announced them; each year says where it was read. */
export const chinaYears = [china2024, china2025, china2026]
