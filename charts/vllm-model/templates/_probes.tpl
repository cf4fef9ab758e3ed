{{/*
The startup probe bounds loading, so that liveness can be strict afterwards. /health answers once the engine is up, and
answers while requests are computed. KServe's own choice would be a TCP readiness probe only.
*/}}
{{- define "vllm-model.probes" -}}
startupProbe:
  httpGet: {path: /health, port: 8080}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: {{ div (add 4 (int64 .Values.probes.startupSeconds)) 5 }}
readinessProbe:
  httpGet: {path: /health, port: 8080}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 3
livenessProbe:
  httpGet: {path: /health, port: 8080}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: {{ div (add 9 (int64 .Values.probes.livenessSeconds)) 10 }}
{{- end }}

{{/*
Waits in the pod that is being removed until vLLM has no request left, or the time is up. The first wait lets the routers
forget the pod. On SIGTERM, older vLLM ends at once and cuts what it generates.
*/}}
{{- define "vllm-model.drain" -}}
import time, urllib.request

end = time.time() + {{ int64 .Values.shutdown.drainSeconds }}
time.sleep(min(10, {{ int64 .Values.shutdown.drainSeconds }}))
while time.time() < end:
    metrics = urllib.request.urlopen("http://127.0.0.1:8080/metrics", timeout=5).read().decode()
    queues = ("vllm:num_requests_running", "vllm:num_requests_waiting")
    if sum(float(line.rsplit(" ", 1)[1]) for line in metrics.splitlines() if line.startswith(queues)) == 0:
        break
    time.sleep(1)
{{- end }}
