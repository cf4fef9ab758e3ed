import { notProvided } from './notProvided';

export default notProvided('Overview');
