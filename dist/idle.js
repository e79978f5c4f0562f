process.argv.push('--idle');
await import('./index.js');
