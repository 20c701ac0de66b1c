//! TCP connections of the REST listener that a fault can cut before the answer is written.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Cuts one connection.
#[derive(Clone, Debug)]
pub struct Wire(Arc<AtomicBool>);

impl Wire {
    /// From now on nothing more is written.
    pub fn cut(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// A listener whose connections can be cut.
pub struct Killable(pub TcpListener);

/// A connection that can be cut.
pub struct Stream {
    tcp: TcpStream,
    is_cut: Arc<AtomicBool>,
}

/// Where a connection comes from, and the way to cut it.
#[derive(Debug)]
pub struct Address {
    wire: Wire,
}

impl Listener for Killable {
    type Io = Stream;
    type Addr = Address;

    async fn accept(&mut self) -> (Stream, Address) {
        let (tcp, _): (TcpStream, SocketAddr) = Listener::accept(&mut self.0).await;
        // Without this, small answers wait for the other side's delayed acknowledgements.
        let _ = tcp.set_nodelay(true);
        let is_cut = Arc::new(AtomicBool::new(false));
        let wire = Wire(Arc::clone(&is_cut));
        (Stream { tcp, is_cut }, Address { wire })
    }

    fn local_addr(&self) -> io::Result<Address> {
        let wire = Wire(Arc::new(AtomicBool::new(false)));
        Ok(Address { wire })
    }
}

impl Connected<IncomingStream<'_, Killable>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Killable>) -> Wire {
        stream.remote_addr().wire.clone()
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.is_cut.load(Ordering::SeqCst) {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        Pin::new(&mut self.tcp).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(context)
    }
}
