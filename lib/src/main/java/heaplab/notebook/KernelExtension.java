package heaplab.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What JJava loads by itself when the jar is on its class path: pictures show from then on. */
public final class KernelExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        KernelBridge.install(kernel);
    }
}
