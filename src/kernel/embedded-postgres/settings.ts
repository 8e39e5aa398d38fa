/** How PostgreSQL runs under us; given on its command line, so that a new version of Remit brings its own settings. */
export function settings(major: number, socketDirectory: string, port: number): string[] {
  const chosen: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    port: String(port),
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    jit: 'off',
    // Small when idle: the product shares a machine of 2 cores with its database.
    max_connections: '60',
    shared_buffers: '64MB',
    max_worker_processes: '4',
    max_parallel_workers_per_gather: '1',
    autovacuum_max_workers: '2',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    // No personal data in the log: neither statements nor the values of a row that was refused.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    cluster_name: 'remit',
  }
  if (major >= 18) chosen['io_workers'] = '1'
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
