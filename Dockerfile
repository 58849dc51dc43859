# Octavo in a container. The socket is not loopback in there, so a password is required:
#   docker build --tag octavo .
#   docker run --detach --name octavo --publish 127.0.0.1:8700:8700 --volume octavo:/data \
#     --env OCTAVO_PASSWORD_FILE=/run/secrets/password --volume "$PWD/password:/run/secrets/password:ro" octavo
# The password file must be readable by user 1000, who runs Octavo.

FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements.lock ./
RUN python -m venv /opt/octavo \
    && /opt/octavo/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY octavo ./octavo
# The build backend is needed here only; what runs comes from the lock file alone.
RUN pip wheel --no-cache-dir --disable-pip-version-check --no-deps --wheel-dir /build/dist . \
    && /opt/octavo/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-index /build/dist/*.whl

FROM python:3.11-slim-bookworm
RUN groupadd --gid 1000 octavo \
    && useradd --uid 1000 --gid octavo --no-create-home --home-dir /data --shell /usr/sbin/nologin octavo \
    && install --directory --owner=octavo --group=octavo --mode=0700 /data
COPY --from=build /opt/octavo /opt/octavo
ENV PATH="/opt/octavo/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    OCTAVO_DATA=/data \
    OCTAVO_HOST=0.0.0.0 \
    OCTAVO_PORT=8700
USER octavo
WORKDIR /data
VOLUME /data
EXPOSE 8700
STOPSIGNAL SIGTERM
# Health is asked over loopback, whose Host the desk knows whatever OCTAVO_URL says.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8700/healthz', timeout=4)"]
ENTRYPOINT ["octavo"]
CMD ["run"]
