console.info('There is no handler here.');
