import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What is fetched or drawn late is waited for on a busy machine, too.
configure({ asyncUtilTimeout: 10_000 });
