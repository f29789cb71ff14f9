export type SayVoice = 'man' | 'woman' | 'alice';
