/** Remit's sign: an R whose leg ends in a point, the place where a duty lands. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" fill="#2a3fb8" />
      <g fill="none" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <path d="M10.5 24V8.5h6.25a4.75 4.75 0 0 1 0 9.5H10.5" stroke="#fff" />
        <path d="m17 18 4.6 5.2" stroke="#a9bbff" />
      </g>
      <circle cx="22.6" cy="24.2" r="2.1" fill="#a9bbff" />
    </svg>
  )
}
