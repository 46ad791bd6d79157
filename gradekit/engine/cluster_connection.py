"""The connection to a Dask scheduler: its address, its certificates, and silence."""

from __future__ import annotations

import logging
import re
import warnings
from typing import Any, Final

from gradekit.errors import ClusterError, UsageError

__all__ = ["connected"]

_CONNECT_SECONDS: Final = 6
_ADDRESS: Final = re.compile(r"(tcp|tls)://(\[[0-9a-fA-F:.]+\]|[^\s/:\[\]]+):\d{1,5}/?")


def connected(address: str) -> Any:
    """A client of the scheduler at address, which says nothing itself. Raises UsageError and ClusterError."""
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"--cluster: got {address!r}, must be a scheduler's address such as tcp://HOST:8786 or tls://HOST:8786")
    try:
        from distributed import Client
    except ImportError as fault:
        raise UsageError("--cluster needs the extra 'cluster': pip install 'gradekit[cluster]'") from fault
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado", "tornado.application", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what it would say there is said here, in one line
    warnings.filterwarnings("ignore", "Sending large graph", UserWarning)  # a chunk of large submissions is no graph
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of other versions than ours, which is looked into more closely
        try:
            make: Any = Client  # it has no types
            return make(address.rstrip("/"), timeout=_CONNECT_SECONDS, security=_security(address), set_as_default=False, name="gradekit")
        except OSError as fault:
            raise ClusterError(
                f"{address}: no Dask scheduler answers there; start one with 'dask scheduler', or see to the address and its tcp:// or tls://"
            ) from fault


def _security(address: str) -> Any:
    """Dask's own settings for TLS, from its configuration. Raises UsageError where tls:// has no certificates that can be read."""
    from distributed.security import Security

    make: Any = Security  # it has no types
    security = make()
    if address.startswith("tls:"):
        try:
            found = security.get_connection_args("client").get("ssl_context")
        except (OSError, ValueError, TypeError) as fault:
            raise UsageError(
                f"{address}: the certificates in Dask's configuration cannot be used ({fault}); mend distributed.comm.tls"
            ) from fault
        if found is None:
            raise UsageError(
                f"{address}: Dask's configuration names no certificates; name them in distributed.comm.tls, or by the variables "
                "DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT and …__CLIENT__KEY"
            )
    return security
