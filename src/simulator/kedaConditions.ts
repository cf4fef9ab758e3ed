/** A condition of the ScaledObject; KEDA's have no transition time. */
export interface KedaCondition {
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message?: string;
}

/** Nothing is wrong with the ScaledObject. */
export const ready: KedaCondition = {
  status: 'True',
  reason: 'ScaledObjectReady',
  message: 'ScaledObject is defined correctly and is ready for scaling',
};
/** A trigger is active, another one fails. */
export const partialError: KedaCondition = {
  status: 'Unknown',
  reason: 'PartialTriggerError',
  message: 'Some triggers defined in ScaledObject are not working correctly',
};
/** No trigger is active, one fails, and there is no fallback. */
export const triggerError: KedaCondition = {
  status: 'False',
  reason: 'TriggerError',
  message: 'Triggers defined in ScaledObject are not working correctly',
};
/** An annotation pauses scaling, or one direction of it. */
export const paused: KedaCondition = {
  status: 'True',
  reason: 'ScaledObjectPaused',
  message: 'ScaledObject is paused',
};
const active = (message: string): KedaCondition => ({ status: 'True', reason: 'ScalerActive', message });
const notActive = (reason: string, message: string): KedaCondition => ({ status: 'False', reason, message });

/** A trigger is above its activation threshold. */
export const triggersActive = active('Scaling is performed because triggers are active');
/** The annotation force-activation is set. */
export const activationForced = active(
  'Scaling is performed because activation is being forced by annotation',
);
/** No trigger is above its activation threshold: normal for an idle model. */
export const scalerNotActive = notActive(
  'ScalerNotActive',
  'Scaling is not performed because triggers are not active',
);
/** As before, and the cooldown keeps the replicas for now. */
export const scalerCooldown = notActive(
  'ScalerCooldown',
  'Scaler cooling down because triggers are not active',
);
