// The console's static models are only a fall-back of the SDK: here all models come from the API's discovery.
export {};
