/**
 * The address as an absolute one if this page may open it, else undefined. Only http and https count, whatever the
 * server says: `javascript:` and its kin would run with the rights of this page.
 */
export function safeTarget(target: unknown, base: string = location.href): string | undefined {
  if (typeof target !== 'string' || target === '') {
    return undefined
  }
  const url = parse(target, base)
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}

/**
 * The address as an absolute one if a flow may end there, else undefined: also that of an app on the device, whose scheme is
 * a reversed domain name (RFC 8252 section 7.1). No scheme that a browser runs code for has a dot.
 */
export function endTarget(target: unknown, base: string = location.href): string | undefined {
  const safe = safeTarget(target, base)
  if (safe !== undefined || typeof target !== 'string') {
    return safe
  }
  const url = parse(target, base)
  return url?.protocol.includes('.') ? url.href : undefined
}

/** The address of a plug-in's script, if it is one that this server publishes for plug-ins; else undefined. */
export function pluginModule(target: unknown, base: string = location.href): string | undefined {
  const url = typeof target === 'string' ? parse(target, base) : undefined
  const own = url?.origin === new URL(base).origin && url.search === '' && url.hash === ''
  return own && /^\/plugins\/[^/]+\/[^/]+\/.+\.m?js$/.test(url.pathname) ? url.href : undefined
}

function parse(target: string, base: string): URL | undefined {
  try {
    return new URL(target, base)
  } catch {
    return undefined // not an address at all
  }
}
