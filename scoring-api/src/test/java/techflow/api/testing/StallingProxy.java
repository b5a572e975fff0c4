package techflow.api.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP proxy whose connections can fall silent without closing: what a failed host, a dropped NAT entry or a firewall
 * leaves behind. Sockets stay open on both sides and nothing is forwarded any more.
 */
public final class StallingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile boolean newOnesAreSilent;

    public StallingProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("proxy").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Every open connection falls silent for ever; later ones work. Answers how many there were. */
    public int stallOpenOnes() {
        links.forEach(link -> link.silent = true);
        int stalled = links.size();
        links.clear();
        return stalled;
    }

    /** Whether connections made from now on are accepted but never served. */
    public void stallNewOnes(boolean stall) {
        newOnesAreSilent = stall;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Link link = new Link(near, new Socket(InetAddress.getLoopbackAddress(), target), newOnesAreSilent);
                links.add(link);
                link.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    private static final class Link {
        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        private Link(Socket near, Socket far, boolean silent) {
            this.near = near;
            this.far = far;
            this.silent = silent;
        }

        private void start() {
            Thread.ofPlatform().daemon().start(() -> forward(near, far));
            Thread.ofPlatform().daemon().start(() -> forward(far, near));
        }

        private void forward(Socket from, Socket to) {
            byte[] buffer = new byte[8_192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!silent) {
                        out.write(buffer, 0, read);
                    }
                }
                if (!silent) {
                    to.close();
                }
            } catch (IOException e) {
                closeQuietly(to);
            }
        }

        private void closeQuietly(Socket socket) {
            try {
                if (!silent) {
                    socket.close();
                }
            } catch (IOException e) {
                // it is gone already
            }
        }
    }
}
